-- Which holds expired between two looks (SlotMarks). Seats of bookings, nearly all, have no entry.
create index seat_expiry on seat (expires_at) where expires_at is not null;
