package exeat.desk;

import exeat.config.Config;
import exeat.store.Database;
import exeat.store.Vault;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What every room of the desk is built on.
 *
 * @param data the folder of keys and of what is kept outside the database
 */
record Infrastructure(
        Database database, Vault vault, Path data, Config config, InstantSource clock) {}
