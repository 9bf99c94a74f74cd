package exeat.web;

import exeat.desk.Office;

/** Where the demonstration puts its accounts and its caseload, once it is there. */
final class DemoSeam {

    private DemoSeam() {}

    static void load(Office office) {
        office.staff().demoAccounts();
    }
}
