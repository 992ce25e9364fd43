@service:wallet
@severity:critical
@one-tenant
Feature: Strangers
  Who has not signed with the secret of a client is a stranger, whoever they say they are. Strangers get
  one answer to everything, so that they cannot even tell what there is. The operations come from the
  platform's own contract.

  @severity:blocker
  Scenario: No operation answers whoever has not signed
    When every operation is tried without a signature
    Then all of them are refused in the same words because it was not signed properly

  @severity:blocker
  Scenario: No operation answers a wrong hash
    When every operation is tried with a wrong hash
    Then all of them are refused in the same words because it was not signed properly

  Scenario: An unknown client learns no more than a wrong hash does
    When one request comes from an unknown client and one has a wrong hash
    Then both are refused in the same words

  Scenario: A stranger does not learn which operations there are
    When an operation that does not exist is asked for without a signature
    Then it is refused because it was not signed properly

  @needs:clients
  Scenario: A client whose access is taken away is refused at once
    Given another client of the tenant that has been answered before
    When the access of that client is taken away
    Then its next requests are refused because it was not signed properly
