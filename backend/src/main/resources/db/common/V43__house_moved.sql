-- The house of an appointment has another name or address.
alter table booking_event drop constraint booking_event_kind;
alter table booking_event add constraint booking_event_kind check (kind in ('booked', 'moved', 'cancelled', 'arrived',
  'unarrived', 'cancelledByHouse', 'rebooked', 'corrected', 'houseMoved'));
