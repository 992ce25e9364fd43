@service:dashboard
@service:wallet
@service:resources
Feature: Customer care
  Who calls is found by what they can say: a card number, a wallet number, the reference of a purchase. Then
  their
  wallet is open before whoever helps them.

  Background:
    Given a points scheme that gives 1 point for every 1.00
    And Anna is a member of it
    And Anna has been credited 300 points
    And customer care has signed in

  @severity:critical
  @smoke
  Scenario Outline: A customer is found by the <key>
    When customer care searches for Anna by the <key>
    Then the dashboard shows Anna's wallet

    Examples:
      | key           |
      | card          |
      | wallet number |

  @service:pos
  Scenario: A customer is found by the reference of a purchase
    Given the shop sells "coffee" for 35.00
    And Anna has bought 2 "coffee"
    When customer care searches for Anna by the purchase
    Then the dashboard shows Anna's wallet

  Scenario: Somebody nobody knows is not found
    When customer care searches for a card that was never given out
    Then the dashboard says that nobody was found

  Scenario: The wallet's page shows the balance and the ledger
    When customer care opens Anna's wallet
    Then the dashboard shows a balance of 300 points
    And the dashboard's ledger begins with a credit of 300 points

  @severity:blocker
  Scenario: Goodwill given in the dashboard is in the ledger
    When customer care gives Anna 50 points because "the milk was sour"
    Then the dashboard confirms the goodwill
    And Anna has 350 points
    And the last entry of Anna's ledger is goodwill of 50 points
    And the last entry of Anna's ledger says "the milk was sour"

  @severity:critical
  Scenario: Goodwill needs a reason
    When customer care gives Anna 50 points without a reason
    Then the dashboard asks for a reason
    And Anna has 300 points

  Scenario Outline: Goodwill of "<amount>" is refused
    When customer care gives Anna goodwill of "<amount>"
    Then the dashboard asks for a whole number of points
    And Anna has 300 points

    Examples:
      | amount |
      | 0      |
      | -5     |
      | 1.5    |
      | many   |

  Scenario: Goodwill that is sent twice is given once
    When customer care gives Anna 50 points and sends the form once more
    Then Anna has 350 points

  Scenario: A suspended wallet gets no goodwill, and the dashboard says why
    Given Anna's wallet has been suspended
    When customer care gives Anna 50 points because "the milk was sour"
    Then the dashboard says that the wallet is not active
    And Anna has 300 points

  @severity:critical
  Scenario: Goodwill can be given with the keyboard alone
    When customer care gives Anna 50 points with the keyboard alone
    Then the dashboard confirms the goodwill
    And Anna has 350 points

  Scenario: What customers write is shown as text
    Given Anna's wallet has been named "<b>Anna</b>"
    When customer care opens Anna's wallet
    Then the dashboard shows the name "<b>Anna</b>"
