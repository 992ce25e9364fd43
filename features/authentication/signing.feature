@service:wallet
Feature: Signed requests
  A tenant's systems sign every request with their secret. Whoever does not know the secret gets nothing, and
  learns
  nothing from being refused. Requests are shown as they travel, because how they are signed is the promise
  here.

  @severity:blocker
  @smoke
  Scenario: A signed request is answered
    When a signed request arrives
    Then it is answered

  @severity:blocker
  Scenario Outline: A request whose <part> was changed after signing is refused
    When a signed request arrives with another <part> than was signed
    Then it is refused because it was not signed properly

    Examples:
      | part   |
      | path   |
      | query  |
      | body   |
      | secret |

  Scenario Outline: A hash that is <spoilt> is refused
    When a signed request arrives with a hash that is <spoilt>
    Then it is refused because it was not signed properly

    Examples:
      | spoilt        |
      | missing       |
      | empty         |
      | in upper case |
      | cut short     |

  @severity:critical
  Scenario: A request signed with another tenant's secret is refused
    When a request arrives that was signed with another tenant's secret
    Then it is refused because it was not signed properly

  Scenario: An unknown client learns no more than a wrong hash does
    When one request comes from an unknown client and one has a wrong hash
    Then both are refused in the same words

  @severity:critical
  Scenario: A hash for reading opens no writing
    When the hash of a read request arrives with a write request to the same place
    Then it is refused because it was not signed properly

  Scenario: Query keys in another order need a hash of their own
    When a signed request arrives with its query keys in another order
    Then it is refused because it was not signed properly

  Scenario Outline: A query spelt with <spelling> is signed as it is spelt
    When the customer's identities are asked for with a query spelt with <spelling>
    Then it is answered

    Examples:
      | spelling         |
      | plain brackets   |
      | encoded brackets |
      | a plus sign      |
      | an encoded space |
      | encoded letters  |

  Scenario Outline: JSON spelt with <spelling> is signed as it is spelt
    When a wallet is created from JSON spelt with <spelling>
    Then it is answered

    Examples:
      | spelling        |
      | no spaces       |
      | spaces          |
      | unicode escapes |
      | several lines   |

  Scenario: A body that comes in pieces is accepted
    When a wallet is created from a body that comes in pieces
    Then it is answered

  Scenario Outline: The prefix <prefix> is accepted and signed along
    When the customer's wallet is asked for with the prefix "<prefix>"
    Then it is answered

    Examples:
      | prefix |
      |        |
      | /2.0   |

  @severity:critical
  Scenario: A body that is no JSON is a bad request, though it is signed
    When a signed request arrives whose body is no JSON
    Then it is refused because the body is no JSON

  Scenario: Every answer has a call id of its own
    When a request is answered and another is refused
    Then each of the two answers has a call id of its own

  @needs:clients
  @severity:critical
  Scenario: A client whose access is taken away is refused at once
    Given another client of the tenant that has been answered before
    When the access of that client is taken away
    Then its next request is refused because it was not signed properly
