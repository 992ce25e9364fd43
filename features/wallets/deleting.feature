@service:wallet
@one-tenant
Feature: Deleting a wallet
  A deleted wallet is gone for everybody, with all that was in it. Its cards and addresses stay taken,
  so that nobody else is ever found by them.

  @severity:critical
  @service:resources
  Scenario: Nothing of a deleted wallet can be read any more
    Given Anna is a customer with everything
    And everything of Anna's has been looked at
    When Anna's wallet is to be deleted
    Then nothing of Anna's can be read any more

  @severity:critical
  Scenario: The card of a deleted wallet stays taken
    Given Anna is a customer
    And Anna's wallet has been deleted
    When Ben becomes a customer with Anna's card
    Then it is refused because the identity is taken

  Scenario: Every identity of a deleted wallet stays taken, however it is typed
    Given Anna is a customer
    And Anna is also known by the e-mail address "anna.smith@shop.example"
    And Anna's wallet has been deleted
    When Ben becomes a customer with the e-mail address "Anna.Smith@Shop.Example"
    Then it is refused because the identity is taken

  Scenario: The card of a deleted wallet is not added to another
    Given Anna is a customer
    And Ben is a customer
    And Anna's wallet has been deleted
    When Anna's card is to be Ben's as well
    Then it is refused because the identity is taken
    And Ben has 1 identity

  Scenario: Deleting one wallet leaves others alone
    Given Anna is a customer with 500 points
    And Ben is a customer
    When Ben's wallet is to be deleted
    Then Anna's wallet is active
    And Anna has 500 points

  @contract
  Scenario: The older address deletes the same wallets
    Given Anna is a customer
    When Anna's wallet is deleted at the older address
    Then Anna's wallet cannot be found any more

  @contract
  Scenario: The older address deletes nothing twice
    Given Anna is a customer
    And Anna's wallet has been deleted
    When Anna's wallet is deleted at the older address
    Then it is refused because there is no such wallet
