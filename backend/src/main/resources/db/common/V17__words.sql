-- One word for one thing: the waiting list, an appointment that the house cancels, the templates of messages, counters.
alter table earlier_wish rename to waitlist_entry;
alter table earlier_offer rename to waitlist_offer;
alter table earlier_freed rename to waitlist_freed;
alter table message_settings rename column earlier_slots to waitlist;
alter table message_words rename to message_template;

alter table booking rename column fallen_session_id to cancelled_session_id;
alter table booking rename column fallen_reason to cancellation_reason;
alter table booking_event drop constraint booking_event_kind;
alter table booking_event alter column kind set data type varchar(24);
update booking_event set kind = 'cancelledByHouse' where kind = 'fallen';
alter table booking_event add constraint booking_event_kind
  check (kind in ('booked', 'moved', 'cancelled', 'arrived', 'unarrived', 'cancelledByHouse', 'rebooked'));

update outbox set kind = 'cancelledByHouse' where kind = 'fallen';
update outbox set kind = 'waitlistOffer' where kind = 'earlierSlot';
update message_template set kind = 'cancelledByHouse' where kind = 'fallen';
update message_template set kind = 'waitlistOffer' where kind = 'earlierSlot';

alter table ticket rename column desk_id to at_counter_id;
