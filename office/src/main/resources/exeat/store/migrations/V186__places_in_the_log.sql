-- The number of a step tells whoever may see only some steps how many there were in between, and so
-- that somebody else claimed protection. From now on a leaf of a case contains the number under a
-- blind, which no receipt shows; older leaves contain it plainly.

alter table event add column blind bytea;

create function blinded(p_sequence bigint, p_blind bytea) returns text
language sql immutable as $$
    select case when p_blind is null then p_sequence::text
        else encode(sha256(p_blind || convert_to(p_sequence::text, 'UTF8')), 'hex') end
$$;

create function leaf_of(
    p_stream text, p_sequence bigint, p_type text, p_at timestamptz, p_actor text,
    p_authority text, p_payload_hash bytea, p_blind bytea)
returns bytea language sql stable as $$
    select sha256('\x00'::bytea || convert_to(concat_ws(E'\n',
        p_stream, exeat.blinded(p_sequence, p_blind), p_type,
        (extract(epoch from p_at) * 1000000)::bigint, p_actor,
        coalesce(p_authority, ''), encode(p_payload_hash, 'hex')), 'UTF8'))
$$;
