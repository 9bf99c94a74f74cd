package exeat.casework.value;

/** What an appeal is against. */
public sealed interface AppealSubject {
    record Refusal() implements AppealSubject {}

    record BeingSetAside() implements AppealSubject {}

    record AHold(int hold) implements AppealSubject {}

    record Revocation() implements AppealSubject {}
}
