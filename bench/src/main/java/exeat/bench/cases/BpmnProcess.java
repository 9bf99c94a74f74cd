package exeat.bench.cases;

import java.util.List;

/**
 * The bench's case as a BPMN process: it begins with the application, and each further step is a
 * user task. It has no groups, forms, timers or decisions, which favours the engines.
 */
final class BpmnProcess {

    static final String KEY = "road";

    /**
     * The tasks, in the order in which they are completed; the two clearances are open at the same
     * time.
     */
    static final List<String> TASKS =
            List.of("confirm", "identity", "formalities", "authorise", "border", "customs");

    /** The content of an application, as one variable. */
    static final String APPLICATION =
            """
            {"travellers": [
              {"names": [{"script": "Latn", "family": "Made", "given": "Up"}],
               "birthDate": "1980-05-01", "nationality": "KP", "residence": "jl-yanji",
               "purpose": "return", "facts": %s, "language": "en"}]}\
            """
                    .formatted(BenchAnswers.json());

    static final String XML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                         targetNamespace="urn:exeat:bench">
              <process id="road" name="The main road" isExecutable="true">
                <startEvent id="apply"/>
                <sequenceFlow id="f1" sourceRef="apply" targetRef="confirm"/>
                <userTask id="confirm" name="Confirm"/>
                <sequenceFlow id="f2" sourceRef="confirm" targetRef="fork"/>
                <parallelGateway id="fork"/>
                <sequenceFlow id="f3" sourceRef="fork" targetRef="identity"/>
                <sequenceFlow id="f4" sourceRef="fork" targetRef="formalities"/>
                <userTask id="identity" name="Identity"/>
                <userTask id="formalities" name="Exit formalities"/>
                <sequenceFlow id="f5" sourceRef="identity" targetRef="join"/>
                <sequenceFlow id="f6" sourceRef="formalities" targetRef="join"/>
                <parallelGateway id="join"/>
                <sequenceFlow id="f7" sourceRef="join" targetRef="authorise"/>
                <userTask id="authorise" name="Authorise"/>
                <sequenceFlow id="f8" sourceRef="authorise" targetRef="border"/>
                <userTask id="border" name="Border defence"/>
                <sequenceFlow id="f9" sourceRef="border" targetRef="customs"/>
                <userTask id="customs" name="Customs"/>
                <sequenceFlow id="f10" sourceRef="customs" targetRef="crossed"/>
                <endEvent id="crossed"/>
              </process>
            </definitions>
            """;

    private BpmnProcess() {}
}
