-- What only some who see a case may see of a traveller lies under a key of that traveller's own; and
-- who reads gets that key only where their session is one of those who need it.

create table traveller_key (
    stream      bigint not null references stream (id),
    traveller   int not null,
    wrapped     bytea not null,           -- sealed under a master key
    units       text[] not null,          -- whose officers see the traveller whole
    parties     int[] not null,           -- who of the application does
    primary key (stream, traveller)
);

create function reading_unit() returns text
language sql stable security definer set search_path = exeat, pg_temp as $$
    select a.unit from account a where a.id = (reading_session()).account
$$;

create function reading_traveller() returns int
language sql stable security definer set search_path = exeat, pg_temp as $$
    select (reading_session()).traveller
$$;

alter table traveller_key enable row level security;
create policy seen on traveller_key for select to ${reader}
    using ((select reading_unit()) = any (units)
        or stream = (select reading_case()) and (select reading_traveller()) = any (parties));

grant select on traveller_key to ${reader};
grant execute on function reading_unit(), reading_traveller() to ${reader};
