"""The promise of coverage is kept for each pattern, or said to be broken."""

from tools.coverage import percent, shortfalls


def measured(lines: tuple[int, int], branches: tuple[int, int], missing=()):
    """A file's report: covered and all lines, covered and all branches."""
    return {
        "summary": {
            "covered_lines": lines[0],
            "missing_lines": lines[1] - lines[0],
            "covered_branches": branches[0],
            "missing_branches": branches[1] - branches[0],
        },
        "missing_lines": list(missing),
    }


FILES = {
    "cms/admin/guard.py": measured((9, 10), (4, 6), [7]),
    "cms/visibility.py": measured((10, 10), (2, 2)),
}


def test_lines_and_branches_count_together():
    assert percent(FILES.values()) == 100 * 25 / 28


def test_a_kept_promise_says_nothing():
    assert shortfalls(FILES, "cms/visibility.py", 100) == []
    assert shortfalls(FILES, "*", 89) == []


def test_a_broken_promise_names_the_lines():
    assert shortfalls(FILES, "cms/admin/*", 100) == [
        "  cms/admin/*: 81.2 %, promised 100 %",
        "    cms/admin/guard.py: lines 7, 2 branches",
    ]


def test_a_promise_about_no_file_is_broken():
    assert shortfalls(FILES, "cms/gone.py", 100) == [
        "  cms/gone.py: no such file was measured"
    ]
