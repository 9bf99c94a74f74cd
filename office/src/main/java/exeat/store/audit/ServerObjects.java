package exeat.store.audit;

/**
 * What differs in PostgreSQL's own objects from a fresh database: privileges, owners, functions
 * that act as their owner, languages that everybody may use, policies and what is attached to its
 * tables. It follows the parts of {@link Catalogue} in one query, and uses their names; in a fresh
 * database it gives no line.
 *
 * <p>PostgreSQL keeps the privileges of its beginning in {@code pg_init_privs}, so no list for each
 * of its versions is needed. A role that was made later can have none of them, whatever stands
 * there. What came after that table was filled (the information schema) has those that its script
 * gives.
 *
 * <p>Outside: the bodies of its own functions and views, and its beginning's privileges of
 * everybody, if both they and {@code pg_init_privs} were changed.
 */
final class ServerObjects {

    private ServerObjects() {}

    /** Objects below 16384 are of the server's beginning; 10 is its first superuser. */
    private static final String RIGHTS =
            """
            union all
            select 'right ' || i.type || ' ' || i.identity, concat_ws(' ', w.it, d.privilege_type,
                case when d.is_grantable then 'and to give it' end, d.how)
            from (
                select o.of, o.oid, o.sub, x.grantee, x.privilege_type, x.is_grantable, x.how
                from (
                    select 'pg_class'::regclass as of, c.oid, 0 as sub, c.relacl as acl,
                        coalesce(c.relacl, acldefault(k.kind, c.relowner)) as now,
                        acldefault(k.kind, 10) as base,
                        case when c.relnamespace = 'information_schema'::regnamespace
                                and not starts_with(c.relname, '_pg_')
                            then array[makeaclitem(0, 10, 'SELECT', false)] end as more
                    from pg_class c cross join lateral (select
                        (case c.relkind when 'S' then 's' else 'r' end)::"char" as kind) k
                    where c.relkind not in ('i', 'I', 'c')
                    union all
                    select 'pg_class'::regclass, attrelid, attnum, attacl,
                        coalesce(attacl, acldefault('c', 10)), acldefault('c', 10), null
                    from pg_attribute
                    union all
                    select 'pg_proc'::regclass, oid, 0, proacl,
                        coalesce(proacl, acldefault('f', proowner)), acldefault('f', 10), null
                    from pg_proc
                    union all
                    select 'pg_type'::regclass, oid, 0, typacl,
                        coalesce(typacl, acldefault('T', typowner)), acldefault('T', 10), null
                    from pg_type
                    union all
                    select 'pg_language'::regclass, oid, 0, lanacl,
                        coalesce(lanacl, acldefault('l', lanowner)), acldefault('l', 10), null
                    from pg_language
                    union all
                    select 'pg_namespace'::regclass, oid, 0, nspacl,
                        coalesce(nspacl, acldefault('n', nspowner)), acldefault('n', 10),
                        case when nspname = 'information_schema'
                            then array[makeaclitem(0, 10, 'USAGE', false)] end
                    from pg_namespace where nspname <> 'public'
                    union all
                    select 'pg_tablespace'::regclass, oid, 0, spcacl,
                        coalesce(spcacl, acldefault('t', spcowner)), acldefault('t', 10), null
                    from pg_tablespace
                ) o
                left join pg_init_privs p
                    on p.classoid = o.of and p.objoid = o.oid and p.objsubid = o.sub
                cross join lateral (
                    (select n.grantee, n.privilege_type, n.is_grantable, null::text as how
                        from aclexplode(o.now) n
                    except
                    select b.grantee, b.privilege_type, b.is_grantable, null
                        from aclexplode(coalesce(p.initprivs, o.base || o.more)) b
                        where b.grantee < 16384)
                    union all
                    (select b.grantee, b.privilege_type, b.is_grantable, 'no longer'
                        from aclexplode(coalesce(p.initprivs, o.base)) b
                    except
                    select n.grantee, n.privilege_type, n.is_grantable, 'no longer'
                        from aclexplode(o.now) n)
                ) x
                where o.oid < 16384 and (o.acl is not null or p.initprivs is not null)
            ) d
            cross join lateral pg_identify_object(d.of, d.oid, d.sub) i
            left join word w on w.oid = d.grantee
            """;

    /** The schema {@code public} is the database owner's own since PostgreSQL 15. */
    private static final String OWNERS =
            """
            union all
            select 'owner of ' || i.type || ' ' || i.identity, w.it
            from (
                select 'pg_class'::regclass as of, oid, relowner as owner from pg_class
                union all select 'pg_proc'::regclass, oid, proowner from pg_proc
                union all select 'pg_type'::regclass, oid, typowner from pg_type
                union all select 'pg_operator'::regclass, oid, oprowner from pg_operator
                union all select 'pg_opclass'::regclass, oid, opcowner from pg_opclass
                union all select 'pg_opfamily'::regclass, oid, opfowner from pg_opfamily
                union all select 'pg_collation'::regclass, oid, collowner from pg_collation
                union all select 'pg_conversion'::regclass, oid, conowner from pg_conversion
                union all select 'pg_language'::regclass, oid, lanowner from pg_language
                union all select 'pg_namespace'::regclass, oid, nspowner from pg_namespace
                    where (nspname, nspowner) <> ('public', 'pg_database_owner'::regrole)
                union all select 'pg_ts_config'::regclass, oid, cfgowner from pg_ts_config
                union all select 'pg_ts_dict'::regclass, oid, dictowner from pg_ts_dict
                union all select 'pg_extension'::regclass, oid, extowner from pg_extension
                union all select 'pg_tablespace'::regclass, oid, spcowner from pg_tablespace
            ) o
            cross join lateral pg_identify_object(o.of, o.oid, 0) i
            left join word w on w.oid = o.owner
            where o.oid < 16384 and o.owner <> 10
            """;

    private static final String CHANGED =
            """
            union all
            select 'changed ' || i.type || ' ' || i.identity, x.what
            from (
                select 'pg_proc'::regclass as of, oid, 'acts as its owner' as what
                    from pg_proc where prosecdef
                union all select 'pg_proc'::regclass, p.oid, 'written in ' || l.lanname
                    from pg_proc p join pg_language l on l.oid = p.prolang
                    where l.lanname not in ('internal', 'c', 'sql')
                union all select 'pg_language'::regclass, oid,
                        case when lanpltrusted then 'trusted' else 'not trusted' end
                    from pg_language where lanpltrusted <> (lanname in ('sql', 'plpgsql'))
                union all select 'pg_class'::regclass, oid, 'rows by policy'
                    from pg_class where relrowsecurity or relforcerowsecurity
            ) x
            cross join lateral pg_identify_object(x.of, x.oid, 0) i
            where x.oid < 16384
            union all
            select 'attached ' || i.type || ' ' || i.identity, 'to a table of PostgreSQL'
            from (
                select 'pg_trigger'::regclass as of, oid from pg_trigger where tgrelid < 16384
                union all select 'pg_policy'::regclass, oid from pg_policy where polrelid < 16384
                union all select 'pg_rewrite'::regclass, oid from pg_rewrite
                    where ev_class < 16384
                union all select 'pg_attrdef'::regclass, oid from pg_attrdef where adrelid < 16384
                union all select 'pg_constraint'::regclass, oid from pg_constraint
                    where conrelid between 1 and 16383
            ) x
            cross join lateral pg_identify_object(x.of, x.oid, 0) i
            where x.oid >= 16384
            """;

    static final String SQL = RIGHTS + OWNERS + CHANGED;
}
