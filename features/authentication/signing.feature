@service:wallet
Feature: Signed requests
  A tenant's systems sign every request with their secret. Whoever does not know the secret gets
  nothing, and learns nothing from being refused. Requests are shown as they travel, because how they
  are signed is the promise here.

  @severity:blocker
  @smoke
  Scenario: A signed request is answered
    When a signed request arrives
    Then it is answered

  @severity:critical
  Scenario: The published example shows how to sign
    When a request is signed as in the published example
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

  @severity:critical
  Scenario: A hash for reading opens no writing
    When the hash of a read request arrives with a write request to the same place
    Then it is refused because it was not signed properly

  Scenario: Query keys in another order need a hash of their own
    When a signed request arrives with its query keys in another order
    Then it is refused because it was not signed properly
