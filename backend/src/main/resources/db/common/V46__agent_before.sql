-- What somebody was before a change, as a form has it: the way back.
alter table agent_change add column before_form varchar(100000);
