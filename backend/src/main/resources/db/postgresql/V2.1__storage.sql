-- Slots and seats are updated in place all day: room on the page keeps those updates HOT.
alter table slot set (fillfactor = 80);
alter table booking set (fillfactor = 90);
