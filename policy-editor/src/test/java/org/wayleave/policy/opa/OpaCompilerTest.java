package org.wayleave.policy.opa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpaCompilerTest {

    private static OpaCompiler compiler;

    @BeforeAll
    static void findOpa() {
        compiler = new OpaCompiler(RealOpa.required());
    }

    @Test
    void filesBecomeAPlan() {
        Compilation made = compiler.compile(
                Map.of("a.rego", "package a\n\nx := data.b.y\n", "b.rego", "package b\n\ny := 1\n"), List.of("a/x"));
        Compilation.Plan plan = assertInstanceOf(Compilation.Plan.class, made);
        assertTrue(plan.json().contains("\"a/x\""));
        assertEquals(compiler.executable().version(), plan.opaVersion());
    }

    @Test
    void aFaultHasFileRowColumnAndMessage() {
        Compilation made = compiler.compile(
                Map.of("a.rego", "package a\n\nx if {\n\ty == 1\n}\n", "b.rego", "package b\n"), List.of("a/x"));
        RegoFault fault =
                assertInstanceOf(Compilation.Faulty.class, made).faults().getFirst();
        assertEquals("a.rego", fault.file());
        assertEquals(4, fault.row());
        assertEquals(2, fault.column());
        assertEquals("var y is unsafe", fault.message());
        assertEquals("a.rego:4:2: var y is unsafe", fault.line());
    }

    @Test
    void aTextThatIsNoRegoIsAFaultNotAnException() {
        Compilation made = compiler.compile(Map.of("a.rego", "package a\nx := {\n"), List.of("a/x"));
        assertInstanceOf(Compilation.Faulty.class, made);
    }

    @Test
    void aMissingEntryPointIsAFault() {
        Compilation made = compiler.compile(Map.of("a.rego", "package a\n\nx := 1\n"), List.of("a/nothing"));
        RegoFault fault =
                assertInstanceOf(Compilation.Faulty.class, made).faults().getFirst();
        assertTrue(fault.message().contains("a/nothing"), fault.message());
    }

    @Test
    void policiesCannotReachTheNetworkOrTheMachine() {
        for (String call : List.of("http.send({})", "net.lookup_ip_addr(\"a\")", "opa.runtime()")) {
            List<RegoFault> faults = compiler.check(Map.of("a.rego", "package a\n\nx := " + call + "\n"));
            assertTrue(faults.getFirst().message().contains("undefined function"), faults::toString);
        }
    }

    @Test
    void whatTheEngineCannotRunIsAFaultWhereItIsWritten() {
        for (String call : List.of("graphql.parse_query(\"\")", "rego.parse_module(\"a.rego\", \"\")")) {
            List<RegoFault> faults = compiler.check(Map.of("a.rego", "package a\n\nx := " + call + "\n"));
            assertTrue(faults.getFirst().message().contains("undefined function"), faults::toString);
        }
        String runs = "package a\n\nx := [yaml.unmarshal(\"a: 1\"), net.cidr_contains(\"10.0.0.0/8\", \"10.1.1.1\")]\n";
        assertEquals(List.of(), compiler.check(Map.of("a.rego", runs)));
    }

    @Test
    void formattingIsOpasOwn() {
        assertEquals(new Formatting.Formatted("package a\n\nx := 1\n"), compiler.format("a.rego", "package   a\nx:=1"));
        Formatting.Unreadable unreadable =
                assertInstanceOf(Formatting.Unreadable.class, compiler.format("a.rego", "package a\n\nx := {\n"));
        assertEquals("a.rego", unreadable.faults().getFirst().file());
        assertTrue(unreadable.faults().getFirst().row() >= 3);
    }

    @Test
    void testsReportEachOutcome() {
        TestRun run = compiler.test(Map.of("a_test.rego", """
                package a_test

                test_right if 1 == 1

                test_wrong if {
                	print("seen")
                	1 == 2
                }

                todo_test_later if true
                """));
        assertEquals(
                List.of(TestRun.Outcome.PASSED, TestRun.Outcome.FAILED, TestRun.Outcome.SKIPPED),
                run.results().stream().map(TestRun.Result::outcome).toList());
        assertEquals("seen", run.results().get(1).output());
        assertEquals(5, run.results().get(1).row());
    }

    @Test
    void testsThatDoNotCompileReportFaults() {
        TestRun run = compiler.test(Map.of("a_test.rego", "package a_test\n\ntest_x if y\n"));
        assertEquals(List.of(), run.results());
        assertEquals("a_test.rego", run.faults().getFirst().file());
    }
}
