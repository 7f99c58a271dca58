"""How articles come: files, pages and lines, decoded and checked."""
