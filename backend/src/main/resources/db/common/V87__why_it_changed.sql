-- Who or what took it away, as an enumeration (CancellationCause); null: nothing was taken away by the house, or it is not known.
alter table change_entry add column cause varchar(20);
