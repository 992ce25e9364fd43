@needs:clients
@needs:limits
@service:wallet
@one-tenant
Feature: How often a client may ask
  A client that asks far too often, as a broken one does, is slowed down. It is told when to come back,
  and nobody else notices.

  @severity:critical
  Scenario: A client that asks too often is refused
    Given another client of the tenant that may ask 3 times in 60 seconds
    And that client has asked 3 times
    When that client asks once more
    Then it is refused because the client asks too often
    And it is told when to come back

  Scenario: One client's limit touches no other
    Given another client of the tenant that may ask 1 time in 60 seconds
    And that client has asked 1 time
    When that client asks once more
    Then it is refused because the client asks too often
    And the tenant's own client is answered 3 times

  Scenario: Who waits is answered again
    Given another client of the tenant that may ask 1 time in 1 second
    And that client has asked 1 time
    When that client asks until it is answered
    Then it is answered
