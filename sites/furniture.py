"""Tell the theme what a service's pages show around their content."""
