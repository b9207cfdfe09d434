package fr.porteouverte.attendance;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SessionReportOnH2Test extends SessionReportSuite {}
