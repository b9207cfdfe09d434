-- What a booking leaves empty needs no entry in an index: the hold of its seat, a telephone number, and the number of a change, which
-- it gets after its commit. Nobody looks for what is not there.
drop index seat_hold;
create index seat_hold on seat (hold_id) where hold_id is not null;
drop index booking_phone;
create index booking_phone on booking (phone, end_at) where phone is not null;
alter table change_entry drop constraint change_entry_seq;
create unique index change_entry_seq on change_entry (seq) where seq is not null;
drop index change_entry_site;
create index change_entry_site on change_entry (site_id, seq) where seq is not null;
