package fr.porteouverte.register;

/**
 * A row as people write it: the whole of it, and what a file, the history and the national
 * catalogue say of it too. It names other rows by their codes.
 */
public interface RegisterForm {
  String code();
}
