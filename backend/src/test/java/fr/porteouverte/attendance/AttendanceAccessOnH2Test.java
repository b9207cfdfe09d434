package fr.porteouverte.attendance;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AttendanceAccessOnH2Test extends AttendanceAccessSuite {}
