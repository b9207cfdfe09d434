-- Cancellations are counted on the day that the appointment had: figures ask a day's slots for their bookings' history.
create index booking_event_slot on booking_event (slot_id);

-- Days that are counted already are counted anew: cancellations by who cancelled, bookings by other systems, what is noted.
delete from figure_day;
delete from figure_month;
delete from figure_area;
delete from figure_house;
delete from figure_run;
