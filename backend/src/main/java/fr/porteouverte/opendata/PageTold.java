package fr.porteouverte.opendata;

import java.util.Map;

/**
 * What a page of the app is about, for who runs no script.
 *
 * @param path its one address, from the root
 * @param facts of schema.org; empty: none
 * @param text HTML, escaped: {@link Markup} writes it
 */
record PageTold(
    String path, String title, String description, Map<String, Object> facts, String text) {}
