package exeat.bench.rules;

import exeat.bench.rules.subject.BenchSubject;

/** The programs that are measured, in the order of the report. */
enum Contestant {
    HAND_WRITTEN("hand-written Java", true) {
        @Override
        Engine load(BenchSubject subject) {
            return subject.rows().isEmpty()
                    ? new Hand1963(subject.directive())
                    : new HandWritten(subject.directive());
        }

        // Hand-written chains of ifs exist for twelve rules and for the directive of 1963.
        @Override
        boolean takes(BenchSubject subject) {
            return subject.rows().isEmpty() || subject.rows().size() == 12;
        }
    },
    SCAN("hand-written scan", true) {
        @Override
        Engine load(BenchSubject subject) {
            return new LinearScan(subject.directive(), subject.rows());
        }
    },
    EXEAT("Exeat", true) {
        @Override
        Engine load(BenchSubject subject) {
            return new Exeat(subject.read());
        }

        @Override
        boolean takes(BenchSubject subject) {
            return true;
        }
    },
    OPENL("OpenL Tablets 5.27.14", false) {
        @Override
        Engine load(BenchSubject subject) {
            return new OpenlPeer(subject.rows());
        }
    },
    KIE("Apache KIE 10.2.0", false) {
        @Override
        Engine load(BenchSubject subject) {
            return new KiePeer(subject.rows());
        }
    },
    OPERATON("Operaton 1.0.3", false) {
        @Override
        Engine load(BenchSubject subject) {
            return new OperatonPeer(subject.rows());
        }
    },
    FLOWABLE("Flowable 7.2.0", false) {
        @Override
        Engine load(BenchSubject subject) {
            return new FlowablePeer(subject.rows());
        }
    },
    JDMN("jDMN 9.0.0", false) {
        @Override
        Engine load(BenchSubject subject) {
            return new JdmnPeer(subject.rows());
        }
    };

    private final String title;
    private final boolean ours;

    Contestant(String title, boolean ours) {
        this.title = title;
        this.ours = ours;
    }

    /** Loads the subject's rules from the format that this engine reads. */
    abstract Engine load(BenchSubject subject);

    String title() {
        return title;
    }

    /** Whether it is Exeat or hand-written code, which is so fast that a few nanoseconds matter. */
    boolean ours() {
        return ours;
    }

    boolean isDmnPeer() {
        return !ours && this != OPENL;
    }

    /** Whether it can run this subject's rules; most contestants have only the tables. */
    boolean takes(BenchSubject subject) {
        return !subject.rows().isEmpty();
    }
}
