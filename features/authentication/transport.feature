@service:wallet
@one-tenant
Feature: How requests travel
  Networks cut requests into pieces, keep connections and compress answers. None of it changes what is
  asked and answered.

  Scenario: A body that comes in pieces is accepted
    When a wallet is created from a body that comes in pieces
    Then it is answered

  Scenario: One connection serves several requests
    When 3 signed requests arrive in a row
    Then all are answered over one connection

  Scenario: Long answers can be compressed
    When the contract is asked for by a client that reads compressed answers
    Then the answer is compressed

  @severity:critical
  Scenario: Every answer has a call id of its own
    When a request is answered and another is refused
    Then each of the two answers has a call id of its own

  @severity:critical
  Scenario: A body that is no JSON is a bad request, though it is signed
    When a signed request arrives whose body is no JSON
    Then it is refused because the body is no JSON

  Scenario: A body that is too large is refused
    When a signed request arrives whose body is as long as a book
    Then it is refused because the body is too large
