-- Which edition of a directive an officer has read: another one with every version that comes in force
-- and every clarification that changes a rule. Whoever acknowledged before read the first.

alter table briefed_officer add column edition text not null default '1.0';
