@service:pos
@service:wallet
@service:resources
@one-tenant
Feature: Which offers count, and in which order
  Each offer counts once a basket. A higher rank comes first, among equals the older campaign, and every
  discount is worked out on what those before it have left.

  Background:
    Given the shop sells:
      | coffee | 35.00 |
      | tea    | 20.00 |
      | sweets | 3.33  |
    And Anna is a customer

  Scenario: An offer for some products leaves the others alone
    Given a campaign "Ten off" that takes 10 % off "coffee" for everyone
    When Anna's basket is opened with:
      | 1 | coffee |
      | 2 | tea    |
    Then 3.50 is taken off and 71.50 is to pay

  Scenario: An offer for several products counts on each of them
    Given these offers:
      | offer   | gives | on          | to       |
      | Ten off | 10 %  | coffee, tea | everyone |
    When Anna's basket is opened with:
      | 2 | coffee |
      | 1 | tea    |
      | 1 | sweets |
    Then 9.00 is taken off and 84.33 is to pay

  @severity:critical
  Scenario Outline: Of two offers the one of higher rank counts first: <first>
    Given these offers:
      | offer    | gives | on     | to   | rank     |
      | Ten off  | 10 %  | coffee | Anna | <part>   |
      | Ten less | 10.00 | coffee | Anna | <amount> |
    When her basket of 2 "coffee" is opened
    Then these offers take off:
      | <first>  | <first off>  |
      | <second> | <second off> |
    And <off> is taken off and <to pay> is to pay

    Examples:
      | first    | first off | second   | second off | part | amount | off   | to pay |
      | Ten off  | 7.00      | Ten less | 10.00      | 2    | 1      | 17.00 | 53.00  |
      | Ten less | 10.00     | Ten off  | 6.00       | 1    | 2      | 16.00 | 54.00  |

  Scenario: Among offers of one rank the older campaign counts first
    Given these offers:
      | offer    | gives | on     | to   |
      | Ten less | 10.00 | coffee | Anna |
      | Ten off  | 10 %  | coffee | Anna |
    When her basket of 2 "coffee" is opened
    Then these offers take off:
      | Ten less | 10.00 |
      | Ten off  | 6.00  |

  @severity:critical
  Scenario: Only so many offers of a kind count in one basket
    Given these offers:
      | offer  | gives | on     | to   | rank | at most |
      | First  | 1.00  | coffee | Anna | 3    | 2       |
      | Second | 2.00  | coffee | Anna | 2    | 2       |
      | Third  | 4.00  | coffee | Anna | 1    | 2       |
      | Tenth  | 10 %  | coffee | Anna |      |         |
    When she buys 2 "coffee"
    Then these offers take off:
      | First  | 1.00 |
      | Second | 2.00 |
      | Tenth  | 6.70 |
    And her coupon of "Second" is used
    But her coupon of "Third" is active

  Scenario: Of several coupons of one campaign one counts
    Given these offers:
      | offer       | gives | on     | to         |
      | For friends | 5.00  | coffee | Anna, Anna |
    When her basket of 2 "coffee" is opened
    Then 5.00 is taken off and 65.00 is to pay

  Scenario: Offers never take off more than there is to pay
    Given these offers:
      | offer  | gives | on     | to   |
      | Thirty | 30.00 | coffee | Anna |
      | Twenty | 20.00 | coffee | Anna |
    When her basket of 1 "coffee" is opened
    Then these offers take off:
      | Thirty | 30.00 |
      | Twenty | 5.00  |
    And 35.00 is taken off and 0.00 is to pay

  Scenario: Parts of the smallest coin are not taken off
    Given a campaign "Ten off" that takes 10 % off "sweets" for everyone
    When Anna's basket of 1 "sweets" is opened
    Then 0.33 is taken off and 3.00 is to pay

  Scenario Outline: Ten off from 60.00 on: a basket of <price> comes to <to pay>
    Given the shop sells "hamper" for <price>
    And these offers:
      | offer    | gives | to   | from  |
      | Ten less | 10.00 | Anna | 60.00 |
    When her basket of 1 "hamper" is opened
    Then <off> is taken off and <to pay> is to pay

    Examples:
      | price | off     | to pay |
      | 60.00 | 10.00   | 50.00  |
      | 59.99 | nothing | 59.99  |

  Scenario: What one product costs does not make up for another
    Given these offers:
      | offer   | gives | on  | to   | from  |
      | For tea | 5.00  | tea | Anna | 40.00 |
    When her basket is opened with:
      | 2 | coffee |
      | 1 | tea    |
    Then nothing is taken off and 90.00 is to pay

  Scenario: An offer that a customer may have once is not offered again
    Given these offers:
      | offer    | gives | on     | to       | a customer |
      | Ten less | 10.00 | coffee | everyone | 1          |
    And Anna has bought 1 "coffee"
    When her basket of 1 "coffee" is opened
    Then nothing is taken off and 35.00 is to pay
