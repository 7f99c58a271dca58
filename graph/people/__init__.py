"""Who is who: names sorted, compared, judged, and made people."""
