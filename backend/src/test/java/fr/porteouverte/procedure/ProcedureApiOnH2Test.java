package fr.porteouverte.procedure;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ProcedureApiOnH2Test extends ProcedureApiSuite {}
