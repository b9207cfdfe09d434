-- Who asks for what changed since a moment, without a place in the order, does not walk through all that there ever was.
create index change_latest_at on change_latest (kind, at);
