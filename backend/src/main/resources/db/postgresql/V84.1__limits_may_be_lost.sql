-- Not in the log of the database, nor on its standby: who restarts it lets callers begin anew.
alter table caller_limit set unlogged;
