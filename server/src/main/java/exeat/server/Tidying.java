package exeat.server;

import exeat.desk.clock.TestRestores;
import exeat.web.apply.UnfinishedApplications;
import jakarta.inject.Singleton;

/** What the server does each time that time passes, besides what falls due. */
@Singleton
final class Tidying {

    private final UnfinishedApplications drafts;
    private final UploadFolder uploads;
    private final TestRestores restores;

    Tidying(UnfinishedApplications drafts, UploadFolder uploads, TestRestores restores) {
        this.drafts = drafts;
        this.uploads = uploads;
        this.restores = restores;
    }

    /** Forgets what nobody goes on with, and tests the last backup when it is time. */
    void pass() {
        drafts.sweep();
        uploads.sweep();
        restores.pass();
    }
}
