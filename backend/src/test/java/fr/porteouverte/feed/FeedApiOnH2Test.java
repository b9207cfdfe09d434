package fr.porteouverte.feed;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FeedApiOnH2Test extends FeedApiSuite {}
