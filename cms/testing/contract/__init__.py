"""The contract, run over plugins: import everything of here into a test module.

Beside it stands `PLUGINS`, the labels of the plugins to be tested; the fixtures come
from `-p sites.testing.pytest_plugin`. Built-ins and third parties take the same tests.
"""

from cms.testing.contract.addresses import (
    test_its_addresses_answer_in_both_languages,
    test_its_addresses_are_404_where_it_is_off,
    test_its_slots_are_filled_only_where_it_is_on,
)
from cms.testing.contract.answering import (
    test_its_facts_are_plain_answers_and_known_only_where_it_is_on,
    test_its_measures_are_numbers_and_counted_only_where_it_is_on,
    test_what_it_offers_is_not_shown_to_the_hub_where_it_is_off,
)
from cms.testing.contract.asking import (
    other_site,
    pytest_generate_tests,
    site,
)
from cms.testing.contract.declaring import (
    test_everything_it_brings_says_what_it_is_for,
    test_everything_it_declares_can_be_loaded,
    test_it_says_in_a_sentence_what_it_does,
    test_it_supports_this_version_of_the_contract,
    test_its_mails_are_those_it_declares,
    test_its_mails_say_as_supplied_what_their_templates_say,
)
from cms.testing.contract.pages import (
    test_its_pages_are_public_only_where_it_is_on,
    test_its_pages_cannot_be_made_where_it_is_off,
    test_its_pages_stand_in_menus_and_lists_only_where_it_is_on,
)
from cms.testing.contract.rows import (
    test_a_row_of_another_authority_is_404_in_every_view,
    test_choosers_offer_and_take_nothing_of_another_authority,
    test_every_model_with_a_person_in_it_is_declared,
    test_lists_show_nothing_of_another_authority,
    test_what_is_encrypted_cannot_be_read_in_the_database,
    test_what_names_a_person_is_encrypted,
)
from cms.testing.contract.screens import (
    administrator,
    test_its_panels_stand_on_the_dashboard_only_where_it_is_on,
    test_its_screens_and_their_menu_are_there_only_where_it_is_on,
    test_its_settings_are_there_only_where_it_is_on,
)
from cms.testing.contract.storing import (
    test_it_is_not_retired_before_those_that_need_it,
    test_its_migrations_say_what_its_models_say,
    test_its_migrations_stand_on_no_other_plugin,
    test_whoever_retires_it_is_shown_every_table_of_it,
)
from cms.testing.contract.switching import (
    test_it_can_be_switched_on_and_off_unless_it_is_always_on,
    test_its_demonstration_is_loaded_once,
    test_its_first_pages_are_made_once_and_in_both_languages,
    test_its_jobs_run_only_for_sites_where_it_is_on,
    test_switching_it_off_and_on_again_loses_nothing,
)
from cms.testing.contract.words import (
    test_every_word_of_it_has_its_welsh,
    test_its_addresses_show_no_english_to_a_welsh_reader,
    test_its_own_catalogue_is_whole_and_up_to_date,
    test_its_pages_show_no_english_to_a_welsh_reader,
)

__all__ = [
    "administrator",
    "other_site",
    "pytest_generate_tests",
    "site",
    "test_a_row_of_another_authority_is_404_in_every_view",
    "test_choosers_offer_and_take_nothing_of_another_authority",
    "test_every_model_with_a_person_in_it_is_declared",
    "test_every_word_of_it_has_its_welsh",
    "test_everything_it_brings_says_what_it_is_for",
    "test_everything_it_declares_can_be_loaded",
    "test_it_can_be_switched_on_and_off_unless_it_is_always_on",
    "test_it_is_not_retired_before_those_that_need_it",
    "test_it_says_in_a_sentence_what_it_does",
    "test_it_supports_this_version_of_the_contract",
    "test_its_addresses_answer_in_both_languages",
    "test_its_addresses_are_404_where_it_is_off",
    "test_its_addresses_show_no_english_to_a_welsh_reader",
    "test_its_demonstration_is_loaded_once",
    "test_its_facts_are_plain_answers_and_known_only_where_it_is_on",
    "test_its_first_pages_are_made_once_and_in_both_languages",
    "test_its_jobs_run_only_for_sites_where_it_is_on",
    "test_its_mails_are_those_it_declares",
    "test_its_mails_say_as_supplied_what_their_templates_say",
    "test_its_measures_are_numbers_and_counted_only_where_it_is_on",
    "test_its_migrations_say_what_its_models_say",
    "test_its_migrations_stand_on_no_other_plugin",
    "test_its_own_catalogue_is_whole_and_up_to_date",
    "test_its_pages_are_public_only_where_it_is_on",
    "test_its_pages_cannot_be_made_where_it_is_off",
    "test_its_pages_show_no_english_to_a_welsh_reader",
    "test_its_pages_stand_in_menus_and_lists_only_where_it_is_on",
    "test_its_panels_stand_on_the_dashboard_only_where_it_is_on",
    "test_its_screens_and_their_menu_are_there_only_where_it_is_on",
    "test_its_settings_are_there_only_where_it_is_on",
    "test_its_slots_are_filled_only_where_it_is_on",
    "test_lists_show_nothing_of_another_authority",
    "test_switching_it_off_and_on_again_loses_nothing",
    "test_what_is_encrypted_cannot_be_read_in_the_database",
    "test_what_it_offers_is_not_shown_to_the_hub_where_it_is_off",
    "test_what_names_a_person_is_encrypted",
    "test_whoever_retires_it_is_shown_every_table_of_it",
]
