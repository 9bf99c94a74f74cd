package exeat.desk.base;

import exeat.config.Config;
import exeat.store.database.Database;
import exeat.store.key.Vault;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What all packages of the desk use.
 *
 * @param data the folder of keys and of what is kept outside the database
 * @param passwordCost of every password that is hashed from now on
 */
public record Infrastructure(
        Database database,
        Vault vault,
        Path data,
        Config config,
        PasswordCost passwordCost,
        InstantSource clock) {}
