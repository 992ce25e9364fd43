@service:wallet
@service:pos
@service:resources
@one-tenant
Feature: Who is let in at the till
  A till opens a basket for a customer whose wallet and card are in order. For anybody else it says why
  not, and can go on without a card.

  Background:
    Given the shop sells "coffee" for 35.00

  @severity:critical
  Scenario Outline: No basket is opened for a wallet that is <status>
    Given Anna has a wallet that is <status>
    When Anna's basket of 1 "coffee" is opened
    Then it is refused because <reason>

    Examples:
      | status     | reason                   |
      | inactive   | the wallet is not active |
      | suspended  | the wallet is not active |
      | terminated | the wallet is terminated |
      | deleted    | there is no such wallet  |

  @severity:critical
  Scenario Outline: No basket is opened with a card that is <status>
    Given Anna is a customer
    And Anna has a card that is <status>
    When Anna's basket of 1 "coffee" is opened
    Then it is refused because the identity is not active

    Examples:
      | status     |
      | inactive   |
      | suspended  |
      | lost       |
      | stolen     |
      | terminated |

  @severity:critical
  Scenario Outline: No coupon is used with a card that is <status>
    Given a campaign "Voucher"
    And Anna is a customer
    And a token of "Voucher" that belongs to Anna
    And Anna has a card that is <status>
    When the token is used at the till with Anna's card
    Then it is refused because the identity is not active

    Examples:
      | status    |
      | suspended |
      | lost      |
      | stolen    |

  Scenario: A wallet whose card is lost is still served by another card
    Given Anna is a customer
    And Anna's card has been lost
    And Anna has a card that is active
    When Anna's basket of 1 "coffee" is opened
    Then nothing is taken off and 35.00 is to pay

  Scenario: A till that does not know a card can go on without it
    Given a campaign "Ten off" that takes 10 % off "coffee" for everyone
    When a till opens a basket of 2 "coffee" without the card it does not know
    Then 7.00 is taken off and 63.00 is to pay

  Scenario: A card that went with a merge is served from the wallet that stays
    Given Anna is a customer
    And Ben is a customer
    And a campaign "For friends" that takes 5.00 off "coffee"
    And Ben has a coupon of "For friends"
    And Anna's wallet has been merged into Ben's
    When Anna's basket of 2 "coffee" is opened
    Then 5.00 is taken off and 65.00 is to pay

  @severity:critical
  Scenario Outline: No coupon is redeemed from a wallet that is <changed>
    Given a campaign "Coffee week"
    And Anna has a coupon of "Coffee week"
    And Anna's wallet has been <changed>
    When Anna redeems the coupon
    Then it is refused because <reason>

    Examples:
      | changed    | reason                   |
      | suspended  | the wallet is not active |
      | terminated | the wallet is terminated |
      | deleted    | there is no such wallet  |
