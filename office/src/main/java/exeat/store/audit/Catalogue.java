package exeat.store.audit;

import exeat.store.audit.AuditStore.Line;
import exeat.store.database.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Every object of the schema, one line each: tables, columns, constraints, indexes, policies,
 * triggers, functions, and who may use them; and what lies around it, see {@link ServerCatalogue}
 * and {@link ServerObjects}. An audit compares the database with this version's list. So a disabled
 * policy, an added right, or a changed function or trigger is found like a changed row.
 *
 * <p>Roles stand in it under their words, for their names are the database's. Flyway's table is
 * made as Flyway likes: the list has only who may write it, and {@link SchemaHistory} what it says.
 */
public final class Catalogue {

    private static final String LIST = "catalogue.txt";

    private Catalogue() {}

    /** The list of this version. */
    public static List<Line> expected() {
        return list(LIST);
    }

    /** A list that lies beside this class: on each line where, a bar, and what is said of it. */
    static List<Line> list(String name) {
        try (var in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" \\| ", 2))
                    .map(parts -> new Line(parts[0], parts[1]))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(name + " cannot be read", broken);
        }
    }

    /** One line of the list. */
    public static String written(Line line) {
        return line.where() + " | " + line.text();
    }

    /** The database's own, in the order of the list. */
    static List<Line> of(Connection connection) throws SQLException {
        // A name without its schema is one of ours, for every role.
        var before =
                Sql.one(
                                connection,
                                "select current_setting('search_path') as path",
                                row -> row.getString("path"))
                        .orElseThrow();
        Sql.run(connection, "select set_config('search_path', 'exeat, pg_catalog', true)");
        var lines =
                AuditStore.lines(connection, QUERY).stream()
                        .map(line -> new Line(line.where(), line.text().replaceAll("\\s+", " ")))
                        .sorted(Comparator.comparing(Line::where).thenComparing(Line::text))
                        .toList();
        Sql.run(connection, "select set_config('search_path', ?, true)", before);
        return lines;
    }

    private static final String OBJECTS =
            """
            with word as (
                select r.oid, case
                    when r.oid = (select nspowner from pg_namespace where nspname = 'exeat')
                        then 'owner'
                    when starts_with(r.rolname, current_database() || '_')
                        then substr(r.rolname, length(current_database()) + 2)
                    when r.oid = 10 then 'superuser'
                    else r.rolname end as it
                from pg_roles r
                union all select 0, 'public'),
            own as (
                select c.oid, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity,
                    c.relacl, c.relowner, c.relpersistence, c.reloptions, c.relreplident,
                    c.relhassubclass
                from pg_class c where c.relnamespace = 'exeat'::regnamespace),
            made as (select o.oid, o.relname, o.relkind, o.relrowsecurity, o.relforcerowsecurity,
                    o.relacl, o.relowner, o.relpersistence, o.reloptions, o.relreplident,
                    o.relhassubclass
                from own o where not starts_with(o.relname, 'flyway_schema_history'))
            select 'table ' || t.relname as place, concat_ws(' ', 'kind', t.relkind, 'of', w.it,
                case when t.relrowsecurity then 'rows by policy' end,
                case when t.relforcerowsecurity then 'for the owner too' end,
                case when t.relpersistence <> 'p' then 'not kept after a crash' end,
                array_to_string(t.reloptions, ' '),
                (select nullif(concat_ws(' ',
                        case when not c.relhastriggers and exists (select 1 from pg_trigger g
                            where g.tgrelid = c.oid) then 'does not look at its triggers' end,
                        case when not c.relhasrules and c.relkind <> 'v' and exists
                            (select 1 from pg_rewrite r where r.ev_class = c.oid)
                            then 'does not look at its rules' end,
                        case when not c.relhasindex and exists (select 1 from pg_index x
                            where x.indrelid = c.oid) then 'does not look at its indexes' end,
                        case when c.relchecks <> (select count(*) from pg_constraint k
                            where k.conrelid = c.oid and k.contype = 'c')
                            then 'does not look at its checks' end), '')
                    from pg_class c where c.oid = t.oid),
                case when t.relreplident not in ('d', 'n') then 'told apart by ' || t.relreplident::text end,
                case when exists (select 1 from pg_inherits i
                    where t.oid in (i.inhparent, i.inhrelid)) then 'inherits or is inherited' end,
                (select concat_ws(' ', 'from', q.seqstart, 'by', q.seqincrement, q.seqmin, q.seqmax,
                        case when q.seqcycle then 'again and again' end)
                    from pg_sequence q where q.seqrelid = t.oid)) as text
            from made t join word w on w.oid = t.relowner where t.relkind not in ('i', 'I')
            union all
            select 'column ' || t.relname || '.' || a.attname, concat_ws(' ',
                format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
                (select 'in the order of ' || c.collname from pg_collation c
                    where c.oid = a.attcollation and c.collname <> 'default'),
                'default ' || pg_get_expr(d.adbin, d.adrelid),
                nullif('generated ' || a.attgenerated::text, 'generated '),
                nullif('identity ' || a.attidentity::text, 'identity '))
            from made t join pg_attribute a on a.attrelid = t.oid
            left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
            where t.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
            union all
            select 'constraint ' || t.relname || '.' || k.conname,
                pg_get_constraintdef(k.oid) || case when k.convalidated then '' else ' not held' end
                || case when exists (select 1 from pg_trigger g
                    where g.tgconstraint = k.oid and g.tgenabled <> 'O')
                    then ' switched off' else '' end
            from made t join pg_constraint k on k.conrelid = t.oid where k.contype not in ('n', 't')
            union all
            select 'index ' || t.relname, pg_get_indexdef(t.oid)
                || case when i.indisvalid and i.indisready and i.indislive then ''
                    else ' not whole' end
            from made t join pg_index i on i.indexrelid = t.oid
            union all
            select 'view ' || t.relname, pg_get_viewdef(t.oid) from made t where t.relkind = 'v'
            union all
            select 'rule ' || t.relname || '.' || r.rulename, pg_get_ruledef(r.oid)
            from own t join pg_rewrite r on r.ev_class = t.oid where r.rulename <> '_RETURN'
            union all
            select 'policy ' || t.relname || '.' || p.polname, concat_ws(' ', p.polcmd,
                case when p.polpermissive then 'permits' else 'restricts' end,
                (select string_agg(w.it, ',' order by w.it) from unnest(p.polroles) x
                    join word w on w.oid = x),
                'using ' || pg_get_expr(p.polqual, p.polrelid),
                'check ' || pg_get_expr(p.polwithcheck, p.polrelid))
            from own t join pg_policy p on p.polrelid = t.oid
            union all
            select 'trigger ' || t.relname || '.' || g.tgname,
                'enabled ' || g.tgenabled::text || ' ' || pg_get_triggerdef(g.oid)
            from own t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal
            union all
            select 'function ' || f.oid::regprocedure::text, concat_ws(' ', 'of', w.it, l.lanname,
                f.provolatile, case when f.prosecdef then 'as its owner' end,
                case when f.proleakproof then 'leakproof' end,
                case when f.proisstrict then 'strict' end,
                array_to_string(f.proconfig, ' '), pg_get_function_result(f.oid),
                encode(sha256(convert_to(f.prosrc, 'UTF8')), 'hex'))
            from pg_proc f join pg_language l on l.oid = f.prolang join word w on w.oid = f.proowner
            where f.pronamespace = 'exeat'::regnamespace
            union all
            select 'schema ' || n.nspname, 'of ' || case when n.nspname = 'exeat' then w.it else '?' end
            from pg_namespace n left join word w on w.oid = n.nspowner
            where not starts_with(n.nspname, 'pg_')
                and n.nspname not in ('information_schema', 'public')
            """;

    private static final String RIGHTS =
            """
            union all
            select 'right ' || g.place, concat_ws(' ', w.it, g.what, g.again)
            from (
                select 'table ' || t.relname as place, x.grantee, x.privilege_type as what,
                    case when x.is_grantable then 'and to give it' end as again
                from own t, aclexplode(t.relacl) x where x.grantee <> t.relowner
                union all
                select 'column ' || t.relname || '.' || a.attname, x.grantee, x.privilege_type,
                    case when x.is_grantable then 'and to give it' end
                from own t join pg_attribute a on a.attrelid = t.oid, aclexplode(a.attacl) x
                where x.grantee <> t.relowner
                union all
                select 'function ' || f.oid::regprocedure::text, x.grantee, x.privilege_type,
                    case when x.is_grantable then 'and to give it' end
                from pg_proc f, aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) x
                where f.pronamespace = 'exeat'::regnamespace and x.grantee <> f.proowner
                union all
                select 'schema exeat', x.grantee, x.privilege_type,
                    case when x.is_grantable then 'and to give it' end
                from pg_namespace n, aclexplode(n.nspacl) x
                where n.nspname = 'exeat' and x.grantee <> n.nspowner
                union all
                select 'database', x.grantee, x.privilege_type,
                    case when x.is_grantable then 'and to give it' end
                from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) x
                where d.datname = current_database() and x.grantee <> d.datdba
                union all
                select 'schema ' || n.nspname, x.grantee, x.privilege_type,
                    case when x.is_grantable then 'and to give it' end
                from pg_namespace n, aclexplode(n.nspacl) x
                where n.nspname = 'public' and x.grantee <> n.nspowner
                    and (x.grantee, x.privilege_type) <> (0, 'USAGE')
                union all
                select 'parameter ' || q.parname, x.grantee, x.privilege_type,
                    case when x.is_grantable then 'and to give it' end
                from pg_parameter_acl q, aclexplode(q.paracl) x where x.grantee <> 10
            ) g join word w on w.oid = g.grantee
            """;

    private static final String QUERY = OBJECTS + RIGHTS + ServerCatalogue.SQL + ServerObjects.SQL;
}
