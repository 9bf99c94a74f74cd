package exeat.store.audit;

/**
 * What stands around the schema and reaches into it: the roles of the server, the settings of roles
 * and databases, and every object of this database that is not the server's own. It follows the
 * parts of {@link Catalogue} in one query, and uses their names.
 *
 * <p>Of roles that are not the office's, those that could reach its rows are listed. From
 * PostgreSQL 16 on, a role that may make roles has no power over those that others made; before 17
 * event triggers could not be switched off.
 *
 * <p>Of the server's own objects (numbers below 16384) {@link ServerObjects} says what is no longer
 * as it was. Outside: files of settings, and who may connect from where. Anybody who changes those
 * owns the server.
 */
final class ServerCatalogue {

    private ServerCatalogue() {}

    /** Objects are told apart as PostgreSQL identifies them, with type and name. */
    static final String SQL =
            """
            union all
            select 'role ' || w.it, concat_ws(' ', 'is',
                case when r.rolsuper then 'superuser' end,
                case when r.rolbypassrls then 'above policies' end,
                case when r.rolcreaterole and w.it <> 'owner' then 'maker of roles' end,
                case when r.rolcreatedb and w.it <> 'owner' then 'maker of databases' end,
                case when r.rolreplication then 'reader of the whole server' end,
                case when r.rolvaliduntil < 'infinity' then 'until a day' end,
                case when r.rolconnlimit >= 0 and w.it <> 'owner'
                    then 'at most ' || r.rolconnlimit || ' connections' end)
            from pg_roles r join word w on w.oid = r.oid
            where r.oid <> 10 and r.rolname !~ '^pg_' and (w.it <> r.rolname
                or r.rolsuper or r.rolbypassrls or r.rolreplication
                or r.rolcreaterole and current_setting('server_version_num')::int < 160000)
            union all
            select 'role ' || w.it, 'member of ' || o.it
            from pg_auth_members m join word w on w.oid = m.member join word o on o.oid = m.roleid
            join pg_roles r on r.oid = m.member join pg_roles a on a.oid = m.roleid
            where r.rolname !~ '^pg_' and r.oid <> 10
                and (o.it <> a.rolname or a.rolname ~ '^pg_' or a.rolsuper or w.it <> r.rolname)
                and not (w.it = 'owner' and m.grantor = m.member)
                and not (w.it = 'owner' and m.admin_option)
            union all
            select 'database', concat_ws(' ',
                case when d.datconnlimit >= 0 then 'at most ' || d.datconnlimit || ' connections' end,
                case when not d.datallowconn then 'lets nobody in' end)
            from pg_database d where d.datname = current_database()
                and (d.datconnlimit >= 0 or not d.datallowconn)
            union all
            select 'setting of ' || case when s.setrole <> 0 then 'role ' || w.it
                when s.setdatabase <> 0 then 'the database' else 'the server' end,
                array_to_string(s.setconfig, ' ')
            from pg_db_role_setting s left join word w on w.oid = s.setrole
            where s.setdatabase in (0, (select d.oid from pg_database d
                where d.datname = current_database()))
            union all
            select 'setting ' || g.name, g.reset_val from pg_settings g
            where g.name in ('row_security', 'session_replication_role', 'event_triggers',
                    'local_preload_libraries', 'allow_system_table_mods', 'transform_null_equals',
                    'ignore_system_indexes', 'zero_damaged_pages', 'ignore_checksum_failure')
            union all
            select 'setting event_triggers', 'on'
            where current_setting('server_version_num')::int < 170000
            union all
            select 'object ' || i.type || ' ' || i.identity, 'no part of an office'
            from (
                select 'pg_class'::regclass as of, oid from pg_class c
                    where c.relnamespace <> 'exeat'::regnamespace
                        and c.relnamespace::regnamespace::text !~ '^pg_(toast|temp)'
                union all select 'pg_proc'::regclass, oid from pg_proc
                    where pronamespace <> 'exeat'::regnamespace
                union all select 'pg_type'::regclass, t.oid from pg_type t
                    where t.typrelid = 0 and not exists (select 1 from pg_type e
                        where e.typarray = t.oid)
                union all select 'pg_operator'::regclass, oid from pg_operator
                union all select 'pg_opclass'::regclass, oid from pg_opclass
                union all select 'pg_opfamily'::regclass, oid from pg_opfamily
                union all select 'pg_am'::regclass, oid from pg_am
                union all select 'pg_cast'::regclass, oid from pg_cast
                union all select 'pg_collation'::regclass, oid from pg_collation
                union all select 'pg_conversion'::regclass, oid from pg_conversion
                union all select 'pg_language'::regclass, oid from pg_language
                union all select 'pg_transform'::regclass, oid from pg_transform
                union all select 'pg_extension'::regclass, oid from pg_extension
                union all select 'pg_event_trigger'::regclass, oid from pg_event_trigger
                union all select 'pg_publication'::regclass, oid from pg_publication
                union all select 'pg_subscription'::regclass, oid from pg_subscription
                    where subdbid = (select d.oid from pg_database d
                        where d.datname = current_database())
                union all select 'pg_foreign_data_wrapper'::regclass, oid
                    from pg_foreign_data_wrapper
                union all select 'pg_foreign_server'::regclass, oid from pg_foreign_server
                union all select 'pg_statistic_ext'::regclass, oid from pg_statistic_ext
                union all select 'pg_ts_config'::regclass, oid from pg_ts_config
                union all select 'pg_ts_dict'::regclass, oid from pg_ts_dict
                union all select 'pg_ts_parser'::regclass, oid from pg_ts_parser
                union all select 'pg_ts_template'::regclass, oid from pg_ts_template
                union all select 'pg_default_acl'::regclass, a.oid from pg_default_acl a
                    where not exists (select 1 from word w where w.oid = a.defaclrole
                        and w.it = 'owner' and a.defaclnamespace = 0 and a.defaclobjtype = 'f'
                        and cardinality(a.defaclacl) = 1)
                union all select 'pg_tablespace'::regclass, oid from pg_tablespace
                union all select 'pg_largeobject'::regclass, oid from pg_largeobject_metadata
            ) x, pg_identify_object(x.of, x.oid, 0) i
            where x.oid >= 16384 or x.of = 'pg_largeobject'::regclass
            """;
}
