@service:pos
@service:wallet
@service:resources
@severity:critical
Feature: The arithmetic of a visit
  Visits that were recorded once, to the last entry: what comes off, what is earned, given, spent and
  taken back, and in which order the accounts are written.

  Background:
    Given the shop sells:
      | lemonade | 10.00 |
      | coffee   | 10.00 |
      | oranges  | 10.00 |
    And a points scheme that gives 1 point for every 1.00
    And Anna is a member of it

  Scenario: A basket of 70.00 with ten off and three offers of points
    Given these offers:
      | offer       | gives      | on                        | to       | from  |
      | Ten off     | 10 %       | lemonade, coffee, oranges | everyone |       |
      | Bonus one   | 100 points | coffee                    | Anna     |       |
      | Bonus two   | 200 points |                           | Anna     | 50.00 |
      | Bonus three | 300 points | oranges                   | Anna     |       |
    When she buys:
      | 5 | lemonade |
      | 1 | coffee   |
      | 1 | oranges  |
    Then 7.00 is taken off and 63.00 is to pay
    And 663 points are promised
    And the purchase has written into her accounts:
      | entry     | of          | value | before | after |
      | given out | Ten off     | 0     |        |       |
      | redeemed  | Ten off     | 7.00  |        |       |
      | redeemed  | Bonus two   | 200   |        |       |
      | redeemed  | Bonus one   | 100   |        |       |
      | redeemed  | Bonus three | 300   |        |       |
      | earned    | points      | 63    | 0      | 63    |
      | credited  | points      | 600   | 63     | 663   |
    And she has 663 points

  @one-tenant
  Scenario: 20000 points that are reserved are spent with the purchase
    Given these offers:
      | offer       | gives      | on       | to   |
      | Bonus one   | 100 points | coffee   | Anna |
      | Bonus two   | 200 points | lemonade | Anna |
      | Bonus three | 300 points | oranges  | Anna |
    And Anna has been credited 25670 points
    And her basket has been opened with:
      | 5 | lemonade |
      | 1 | coffee   |
      | 1 | oranges  |
    And she has reserved 20000 points for the basket
    When it is settled together with the points
    Then the purchase has written into her accounts:
      | entry    | of          | value | before | after |
      | redeemed | Bonus one   | 100   |        |       |
      | redeemed | Bonus two   | 200   |        |       |
      | redeemed | Bonus three | 300   |        |       |
      | earned   | points      | 70    | 25670  | 25740 |
      | credited | points      | 600   | 25740  | 26340 |
      | spent    | points      | 20000 | 26340  | 6340  |
    And she has 6340 points, of which 6340 can be spent

  @one-tenant
  Scenario: Bringing part of it back undoes the purchase and works out what is kept
    Given the shop sells:
      | bread | 50.00 |
      | cake  | 20.00 |
    And these offers:
      | offer   | gives | on          | to       |
      | Ten off | 10 %  | bread, cake | everyone |
    And Anna has bought:
      | 1 | bread |
      | 1 | cake  |
    When she brings back 1 "cake"
    Then the refund has written into her accounts:
      | entry      | of      | value | before | after |
      | given back | Ten off | 7.00  |        |       |
      | taken back | points  | 63    | 63     | 0     |
      | earned     | points  | 45    | 0      | 45    |
      | redeemed   | Ten off | 5.00  |        |       |
    And she has 45 points

  @one-tenant
  Scenario: Bringing all of it back takes back what it had earned and nothing else
    Given the shop sells "hamper" for 63.00
    And Anna has bought 1 "hamper"
    When she brings back 1 "hamper"
    Then the refund has written into her accounts:
      | entry      | of     | value | before | after |
      | taken back | points | 63    | 63     | 0     |
    And she has 0 points
