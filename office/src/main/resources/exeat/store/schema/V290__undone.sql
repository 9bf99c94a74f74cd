-- What two officers did in somebody's name in person is undone by that person, or by two other officers.
insert into event_right (kind, type, writers) values
    ('case', 'withdrawal-undone', '{party,officer}'),
    ('case', 'protection-claim-restored', '{party,officer}');

-- As in V209, but that what acts as the person by an officer's hand is also to undo. In place, since nothing else of
-- the function changes.
do $$
declare
    v_was constant text := $q$array['withdrawn', 'protection-claim-ended']$q$;
    v_is constant text := $q$array['withdrawn', 'protection-claim-ended', 'withdrawal-undone',
                            'protection-claim-restored']$q$;
    v_function constant text := pg_get_functiondef(
        'append_round(jsonb, int, timestamptz, bytea[], bytea[])'::regprocedure);
begin
    if length(replace(v_function, v_was, '')) <> length(v_function) - length(v_was) then
        raise exception 'append_round is not as V209 made it';
    end if;
    execute replace(v_function, v_was, v_is);
end $$;
