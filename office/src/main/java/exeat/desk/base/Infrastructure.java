package exeat.desk.base;

import exeat.config.Config;
import exeat.store.database.Database;
import exeat.store.key.Vault;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Services shared by all packages of the desk.
 *
 * @param data the folder for keys and for data kept outside the database
 * @param passwordCost the cost of hashing new passwords
 */
public record Infrastructure(
        Database database,
        Vault vault,
        Path data,
        Config config,
        PasswordCost passwordCost,
        InstantSource clock) {}
