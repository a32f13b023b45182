"""What staff see of matches. Every view stands behind `SiteScoped`."""
