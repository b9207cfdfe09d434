-- What providers that speak SMPP accepted, piece by piece, and what they said of each. A receipt may come first:
-- then its row waits for the message.
create table sms_piece (
  account varchar(40) not null,
  provider_id varchar(65) not null,
  outbox_id bigint references outbox,
  piece integer,
  pieces integer,
  mark integer,
  receipt varchar(12) check (receipt in ('delivered', 'undelivered')),
  noted_at timestamp with time zone not null,
  primary key (account, provider_id),
  constraint sms_piece_of check ((outbox_id is null) = (piece is null) and (outbox_id is null) = (pieces is null)
    and (outbox_id is null) = (mark is null)),
  constraint sms_piece_number check (piece between 1 and pieces)
);
create index sms_piece_outbox on sms_piece (outbox_id);
create index sms_piece_noted on sms_piece (noted_at);
