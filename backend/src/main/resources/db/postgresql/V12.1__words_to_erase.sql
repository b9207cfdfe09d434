-- What the nightly erasing of words looks for: not all that was ever sent.
create index outbox_words on outbox (sent_at) where body is not null;
