package exeat.bench.rules;

/** Who is measured, in the order of the report. */
enum Contestant {
    HAND_WRITTEN("hand-written Java", true) {
        @Override
        Engine load(Workload workload) {
            return new HandWritten(Exeat.table(workload));
        }
    },
    SCAN("hand-written scan", true) {
        @Override
        Engine load(Workload workload) {
            return new LinearScan(Exeat.table(workload), workload.rows());
        }
    },
    EXEAT("Exeat", true) {
        @Override
        Engine load(Workload workload) {
            return new Exeat.Bare(Exeat.table(workload));
        }
    },
    EXEAT_EXPLAINED("Exeat, with rule and facts", true) {
        @Override
        Engine load(Workload workload) {
            return new Exeat.Explained(Exeat.table(workload));
        }
    },
    EXEAT_FROM_MAP("Exeat, from a JSON map", true) {
        @Override
        Engine load(Workload workload) {
            return new Exeat.FromMap(Exeat.table(workload));
        }
    },
    OPENL("OpenL Tablets 5.27.14", false) {
        @Override
        Engine load(Workload workload) {
            return new OpenlPeer(workload);
        }
    },
    KIE("Apache KIE 10.2.0", false) {
        @Override
        Engine load(Workload workload) {
            return new KiePeer(workload);
        }
    },
    OPERATON("Operaton 1.0.3", false) {
        @Override
        Engine load(Workload workload) {
            return new OperatonPeer(workload);
        }
    },
    FLOWABLE("Flowable 7.2.0", false) {
        @Override
        Engine load(Workload workload) {
            return new FlowablePeer(workload);
        }
    },
    JDMN("jDMN 9.0.0", false) {
        @Override
        Engine load(Workload workload) {
            return new JdmnPeer(workload);
        }
    };

    private final String title;
    private final boolean ours;

    Contestant(String title, boolean ours) {
        this.title = title;
        this.ours = ours;
    }

    /** The workload's table, loaded from the form in which this engine reads tables. */
    abstract Engine load(Workload workload);

    String title() {
        return title;
    }

    /** Whether it is Exeat or hand-written, and so fast that a fraction of a nanosecond counts. */
    boolean ours() {
        return ours;
    }

    boolean isDmnPeer() {
        return !ours && this != OPENL;
    }

    /** The chain of ifs is written for twelve rules, and for these alone. */
    boolean takes(int rules) {
        return this != HAND_WRITTEN || rules == 12;
    }
}
